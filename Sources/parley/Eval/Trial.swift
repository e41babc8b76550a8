/// Something to be played over the agent's answer to a question.
struct Trial: Hashable, Sendable {
    enum Purpose: Hashable, Sendable {
        /// A back-channel or a noise: the agent is to go on.
        case interjection
        /// A caller who means it: the agent is to stop.
        case interruption
    }

    let purpose: Purpose
    /// The recording played over the answer.
    let sound: String
    /// The recording of the question.
    let question: String
    /// Into the answer.
    let at: Duration
}

extension Trial {
    /// Questions with long answers.
    private static let questions = ["hours1-fl-slt", "loaner1-fl-rms", "fin1-fe-slt"]
    /// Nothing that is meant as words. A key of the telephone is: nobody presses one by way of listening.
    private static let interjections = [
        "uh-huh-slt", "yeah-rms", "okay-slt", "right-rms", "i-see-slt", "sure-rms", "mm-hmm-slt", "got-it-rms",
        "ah-slt",
        "hmm-okay-rms", "white", "pink", "hum", "music", "knock", "cough", "babble",
    ]
    private static let interruptions = [
        "price1-fl-slt", "loc1-fl-rms", "hours3-fe-slt", "hours2-fl-rms", "loc2-fe-slt", "location-awb",
    ]
    /// Milliseconds into the answer: inside words and between them.
    private static let moments = [1013, 2222, 3431, 1639, 2805]

    /// Every back-channel and noise at so many moments of an answer, and as many interruptions for each moment as there
    /// are voices.
    static func all(moments count: Int) -> [Trial] {
        (0..<count).flatMap { round in
            make(.interjection, interjections, round) + make(.interruption, interruptions, round)
        }
    }

    private static func make(_ purpose: Purpose, _ sounds: [String], _ round: Int) -> [Trial] {
        sounds.enumerated().map { index, sound in
            Trial(
                purpose: purpose, sound: sound, question: questions[(index + round) % questions.count],
                at: .milliseconds(moments[(index + round) % moments.count]))
        }
    }
}
