"""One content, one site: built in many environments and by every engine of one family."""
