"""This file opens the folder of the faces that stay open: the language server for editors and the HTTP service."""
