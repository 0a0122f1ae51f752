"""The extractors: one kind of mention a module, each with one public `find_…`; none decides who is who."""
