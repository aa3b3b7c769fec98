// DOT, pictures and the report.
