"""This file opens the folder of the command line's sub-commands, a file each."""
