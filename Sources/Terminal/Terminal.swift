// Terminal: its purpose stands here once its first file does.
