/// The average cepstrum of what a call's microphone and line deliver. Subtracting it is how the recogniser becomes
/// indifferent to them; it settles over the first seconds and is carried from utterance to utterance.
struct CepstralMean: Hashable, Sendable {
    /// Thirteen coefficients.
    var values: [Float]

    /// The mean of the English model's own training speech (its `feat.params`).
    static let english = CepstralMean(values: [
        41.00, -5.29, -0.12, 5.09, 2.48, -4.07, -1.37, -1.78, -5.08, -2.05, -6.45, -1.42, 1.17,
    ])
}
