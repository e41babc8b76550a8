// # Servers
//
// Real servers for tests: PostgreSQL and Redis, each started on loopback at a port of its own with its files in a folder
// of its own, and ended with the test that wanted it.
