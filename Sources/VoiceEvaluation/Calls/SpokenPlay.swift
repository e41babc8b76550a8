package import Evaluation

/// A play with the voices that perform it.
package struct SpokenPlay: Hashable, Sendable {
    /// A voice or a noise behind the caller's.
    package struct Background: Hashable, Sendable {
        /// The name of a recording.
        package let sound: String
        /// Decibels below the caller's voice.
        package let below: Double
    }

    /// Something heard over the agent that is not meant as words.
    package struct Interjection: Hashable, Sendable {
        package let sound: String
        /// Into the agent's next words.
        package let over: Duration
    }

    /// One thing that happens, by its line.
    package enum Step: Hashable, Sendable {
        case play(PlayAction, Delivery)
        case interjection(Interjection)
    }

    /// What is said, and what must come of it.
    package let play: Play
    /// How a line is said that is not just said, by its number.
    package let deliveries: [Int: Delivery]
    package let interjections: [PlayLine<Interjection>]
    package let background: Background?

    /// Everything that happens, in the order of the lines.
    package var steps: [PlayLine<Step>] {
        let said = play.steps.map { PlayLine($0.line, Step.play($0.value, deliveries[$0.line] ?? Delivery())) }
        let others = interjections.map { PlayLine($0.line, Step.interjection($0.value)) }
        return (said + others).sorted { $0.line < $1.line }
    }

    /// The recordings it needs.
    package var sounds: Set<String> {
        Set(
            deliveries.values.compactMap(\.sound) + interjections.map(\.value.sound)
                + [background?.sound].compactMap(\.self))
    }
}
