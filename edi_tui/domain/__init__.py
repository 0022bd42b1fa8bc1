"""What the words mean: pure rules, no files, no SQL, no screens, no clock."""
