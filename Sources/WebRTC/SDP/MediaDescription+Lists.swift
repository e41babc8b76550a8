// The attributes that come as several lines.
extension MediaDescription {
    /// Candidate lines without the `candidate:` prefix, as written, duplicates included.
    package var candidates: [String] {
        get { attributes.values("candidate") }
        set { attributes.replaceAll(["candidate"], with: newValue.map { Attribute("candidate", $0) }) }
    }

    package var extensions: [ExtensionMapping] {
        get { attributes.values("extmap").compactMap(ExtensionMapping.init) }
        set { attributes.replaceAll(["extmap"], with: newValue.map { Attribute("extmap", $0.value) }) }
    }

    /// The number under which `uri` was negotiated in this section.
    package func extensionID(_ uri: String) -> UInt8? {
        extensions.first { $0.uri == uri }?.id
    }

    /// The payload types that have an `rtpmap`, in the order of preference of the `m=` line. Setting rewrites the
    /// formats and all `rtpmap`, `fmtp` and `rtcp-fb` lines.
    package var codecs: [Codec] {
        get {
            let maps = attributes.values("rtpmap").compactMap(Codec.init(rtpmap:))
            let parameters = keyed("fmtp")
            let feedback = keyed("rtcp-fb")
            return formats.compactMap { format in
                guard var codec = maps.first(where: { "\($0.payloadType)" == format }) else { return nil }
                codec.parameters = parameters.first { $0.key == format }?.rest
                codec.feedback = feedback.filter { $0.key == format }.map(\.rest)
                return codec
            }
        }
        set {
            formats = newValue.map { "\($0.payloadType)" }
            attributes.replaceAll(Codec.attributeNames, with: newValue.flatMap(\.attributes))
        }
    }

    /// The first codec called `name`, whatever its case.
    package func codec(named name: String) -> Codec? {
        codecs.first { $0.isNamed(name) }
    }

    /// The sources announced by `a=ssrc`, in order of first mention.
    package var sources: [Source] {
        get {
            var found: [Source] = []
            for (ssrc, attribute) in attributes.values("ssrc").compactMap(Source.line) {
                let index = found.firstIndex { $0.ssrc == ssrc } ?? found.endIndex
                if index == found.endIndex { found.append(Source(ssrc: ssrc, attributes: [])) }
                if let attribute { found[index].attributes.append(attribute) }
            }
            return found
        }
        set { attributes.replaceAll(["ssrc"], with: newValue.flatMap(\.lines)) }
    }

    /// Values of the form `<key> <rest>`.
    private func keyed(_ name: String) -> [(key: String, rest: String)] {
        attributes.values(name).compactMap { value in
            let words = value.split(separator: " ", maxSplits: 1)
            guard words.count == 2 else { return nil }
            return (String(words[0]), String(words[1]))
        }
    }
}
