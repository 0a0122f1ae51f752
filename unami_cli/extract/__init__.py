"""The extractors: one kind of mention per module, each with one public `find_…`; none decides who is who."""
