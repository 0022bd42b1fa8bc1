"""What the public may read of a register: an allow-list, and numbers that give nobody away."""
