/// Turns what the agent means into words that can be spoken: short, pleasant sentences.
package protocol Phrasebook: Sendable {
    func words(for line: Line) -> String
}
