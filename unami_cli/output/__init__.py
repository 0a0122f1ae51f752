"""What is printed: rows in six formats, tables, pages. Computes no answers; the only home of rich."""
