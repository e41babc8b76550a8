import Conversation
import Document

extension TemplatePhrasebook {
    /// A wording or a list of them by key.
    static let schema = Schema.map(of: .either(.text(upTo: 600), .list(of: .text(upTo: 600), count: 1...9)))

    /// Reads what `schema` accepts: every key of a line must be there and no other, and each template may use only the
    /// values of its key.
    init(house: String, _ document: DocumentValue, _ problems: inout DocumentProblems) {
        let forms = Dictionary(Line.forms.map { ($0.key, $0.values) }) { first, _ in first }
        var templates: [String: [PhraseTemplate]] = [:]
        for entry in document.entries {
            guard let values = forms[entry.key] else {
                let missing = forms.keys.filter { document[$0].isNull }.sorted()
                problems.report("is not a line" + Spelling.hint(for: entry.key, among: missing), at: entry)
                continue
            }
            let wordings = entry.value.elements.isEmpty ? [entry.value] : entry.value.elements
            templates[entry.key] = wordings.compactMap {
                Self.template($0, values + [Self.house], &problems)
            }
        }
        for form in Line.forms where document[form.key].isNull {
            let values =
                form.values.isEmpty ? "" : " (it may use \(form.values.map { "{\($0)}" }.joined(separator: ", ")))"
            problems.report("is missing" + values, at: document[form.key])
        }
        self.init(house: house, templates: templates)
    }

    private static func template(
        _ value: DocumentValue, _ known: [String], _ problems: inout DocumentProblems
    ) -> PhraseTemplate? {
        do {
            let template = try PhraseTemplate(value.string ?? "")
            for name in template.names where !known.contains(name) {
                let hint = Spelling.hint(for: name, among: known)
                let list = known.map { "{\($0)}" }.joined(separator: ", ")
                problems.report("uses {\(name)}" + (hint.isEmpty ? ", but may use \(list)" : hint), at: value)
            }
            return template
        } catch {
            problems.report(error.what, at: value)
            return nil
        }
    }
}
