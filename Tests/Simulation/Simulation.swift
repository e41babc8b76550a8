// # Simulation
