// # Conversation
