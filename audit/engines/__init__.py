"""This file marks the guests: grammar engines of others, each in its own file or package, all saying `Complaint`s."""
