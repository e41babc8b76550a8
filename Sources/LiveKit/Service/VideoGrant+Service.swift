import Token

extension VideoGrant {
    /// To make and delete rooms, and nothing else.
    static var creatingRooms: VideoGrant {
        var grant = VideoGrant()
        grant.roomCreate = true
        return grant
    }

    /// To list rooms, and nothing else.
    static var listingRooms: VideoGrant {
        var grant = VideoGrant()
        grant.roomList = true
        return grant
    }

    /// To administer one room, and nothing else.
    static func administering(_ room: String) -> VideoGrant {
        var grant = VideoGrant()
        grant.roomAdmin = true
        grant.room = room
        return grant
    }
}
