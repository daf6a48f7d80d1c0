"""What one module says of its names holds in another."""
