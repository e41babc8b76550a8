/// Takes the silence from the front of a sound while it streams by: dead air before the first word is delay.
struct LeadingSilence {
    /// Below this a sample is silence: about −48 dB.
    private static let threshold = 130

    /// Kept before the first sound, so that its attack is not cut: 10 ms.
    private let lead: Int
    private var quiet: [Int16] = []
    /// A sound was heard.
    private(set) var isOver = false

    init(rate: Int) {
        lead = rate / 100
    }

    /// What may be played of the next samples.
    mutating func strip(_ samples: [Int16]) -> [Int16] {
        guard !isOver else { return samples }
        guard let first = samples.firstIndex(where: { $0.magnitude >= Self.threshold }) else {
            quiet = Array((quiet + samples).suffix(lead))
            return []
        }
        isOver = true
        defer { quiet = [] }
        return (quiet + samples[..<first]).suffix(lead) + samples[first...]
    }
}
