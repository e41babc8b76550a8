// # Speech
//
// From sound to words, from words to sound, and to a language model's answer. Three protocols (`SpeechRecognizer`,
// `SpeechSynthesizer`, `ChatModel`); embedded engines that need no network (PocketSphinx, flite); providers over HTTP
// that speak the OpenAI forms; Deepgram over WebSockets, which somebody else makes (`SocketDialer`); Piper as processes of
// this machine; and a chain that falls from a provider to the embedded engine. `SpeechEngines` chooses.
//
// *Assumes* 16 kHz mono samples in, and that somebody else decides where an utterance starts and ends.
// *Out of scope*: voice activity, turn-taking, what a sentence means, encoding for the wire.
//
// Laws:
// 1. Nothing here runs on the caller's thread for more than a copy: work goes to bounded pools of threads.
// 2. Any number of calls may use one engine at once; one call's audio never touches another's result.
// 3. Every queue is bounded. Audio inboxes drop the oldest; job queues refuse.
// 4. Cancelling the task that listens stops the work behind it.
// 5. No key appears in a URL, a log line, an argument or an error.
