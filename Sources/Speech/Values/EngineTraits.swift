/// What never changes about an engine: for the ledger, the metrics, and whoever chooses between engines.
package struct EngineTraits: Hashable, Sendable {
    /// Its name in reports, such as `embedded`, `openai`, `deepgram` or `piper`.
    package var name: String
    /// The model or voice that charges are by; empty where there is only one.
    package var model: String
    /// A recogniser: partial results come while somebody speaks.
    package var givesPartials: Bool
    /// A synthesiser: pieces say where their words end.
    package var timesWords: Bool
    /// Needs the network or another process, and may therefore fail where the embedded engines do not.
    package var isRemote: Bool

    package init(
        name: String, model: String = "", givesPartials: Bool = false, timesWords: Bool = false,
        isRemote: Bool = false
    ) {
        self.name = name
        self.model = model
        self.givesPartials = givesPartials
        self.timesWords = timesWords
        self.isRemote = isRemote
    }
}
