// # Host
