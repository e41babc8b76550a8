/// Topics of text streams that LiveKit's front-ends and agents agree on.
package enum DataTopic {
    /// Typed chat, both ways.
    package static let chat = "lk.chat"
    /// Words that somebody speaks, in the name of who speaks them.
    package static let transcription = "lk.transcription"
}
