// # Store
