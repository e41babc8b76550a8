import CPocketSphinx
import Document
import Foundation
import Synchronization

/// A corpus made ready for decoders: one dictionary, one binary language model per vocabulary, and a grammar where its
/// answers have a form, in a folder.
///
/// Making it takes a second or so; it is kept in a cache folder named after its contents and reused by later processes.
struct CompiledCorpus: Sendable {
    let acousticModel: AcousticModel
    let folder: URL
    let vocabularies: [String]
    let forms: [String: AnswerForm]

    /// Shares of the mixture: the vocabulary's own sentences, everybody's, and general English.
    ///
    /// Nine tenths of the domain and one of general English halve the errors of the domain alone; the share of the
    /// other vocabularies lets a caller change the subject.
    private static let shares = (own: 0.65, all: 0.25, general: 0.1)
    /// General pairs rarer than this are left to their single words.
    private static let leastPair = 1e-3
    /// Changes when the making does, so that old caches are not read.
    private static let version = 4

    /// One making at a time: whoever waits finds the result.
    private static let making = Mutex(())

    var dictionaryPath: String { folder.appendingPathComponent("words.dict").path }

    func languageModelPath(_ vocabulary: String) -> String {
        folder.appendingPathComponent(Self.fileName(vocabulary)).path
    }

    /// Where the grammar of the vocabulary's form lies, if it has one.
    func grammarPath(_ vocabulary: String) -> String {
        folder.appendingPathComponent(Self.fileName(vocabulary)).appendingPathExtension("fsg").path
    }

    /// The vocabulary to use for a name: itself, else "open", else the first.
    func resolve(_ vocabulary: String) -> String {
        if vocabularies.contains(vocabulary) { return vocabulary }
        return vocabularies.contains("open") ? "open" : vocabularies[0]
    }

    /// - Parameter cache: folder under which compiled corpora are kept; made when missing, readable by this user only.
    init(_ corpus: RecognitionCorpus, acousticModel: AcousticModel, cache: URL) throws(SpeechError) {
        guard !corpus.vocabularies.isEmpty else { throw .failed("a corpus needs at least one vocabulary") }
        try acousticModel.check()
        parley_sphinx_silence()
        self.acousticModel = acousticModel
        vocabularies = corpus.vocabularies.keys.sorted()
        forms = corpus.forms
        folder = cache.appendingPathComponent(Self.fingerprint(corpus, acousticModel), isDirectory: true)
        do {
            try Self.making.withLock { _ in
                if !FileManager.default.fileExists(atPath: folder.path) { try make(corpus) }
            }
        } catch let error as SpeechError {
            throw error
        } catch {
            throw .failed("cannot write the language models to \(cache.path)")
        }
    }

    /// Writes to a scratch folder and renames it, so that a reader never sees half a corpus.
    private func make(_ corpus: RecognitionCorpus) throws {
        let files = FileManager.default
        let scratch = folder.appendingPathExtension(
            "\(ProcessInfo.processInfo.processIdentifier)-\(UInt32.random(in: 0...UInt32.max))")
        try files.createDirectory(
            at: scratch, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        defer { try? files.removeItem(at: scratch) }
        try LanguageModelMaker(corpus, acousticModel, shares: Self.shares, leastPair: Self.leastPair)
            .write(to: scratch, fileName: Self.fileName)
        for (name, form) in corpus.forms {
            let file = scratch.appendingPathComponent(Self.fileName(name)).appendingPathExtension("fsg")
            try form.grammar(named: "form").write(to: file, atomically: false, encoding: .utf8)
        }
        do {
            try files.moveItem(at: scratch, to: folder)
        } catch {
            // Another process was faster; its result is the same.
            guard files.fileExists(atPath: folder.path) else { throw error }
        }
    }

    private static func fileName(_ vocabulary: String) -> String {
        String(vocabulary.map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "_" }) + ".lm.bin"
    }

    /// FNV-1a over everything that goes into the models.
    private static func fingerprint(_ corpus: RecognitionCorpus, _ model: AcousticModel) -> String {
        var hash = FNV1a()
        func mix(_ text: String) {
            hash.add(text.utf8)
            hash.add([0xff])
        }
        mix("\(version) \(shares) \(leastPair) \(model.folder)")
        for (name, sentences) in corpus.vocabularies.sorted(by: { $0.key < $1.key }) {
            mix(name)
            for sentence in sentences { mix("\(sentence.weight) \(sentence.text)") }
        }
        for (word, phones) in corpus.pronunciations.sorted(by: { $0.key < $1.key }) { mix("\(word) \(phones)") }
        for (name, form) in corpus.forms.sorted(by: { $0.key < $1.key }) { mix("\(name) \(form)") }
        return String(hash.value, radix: 16)
    }
}
