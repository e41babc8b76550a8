// LiveKit's signalling messages, as far as one caller with a microphone needs them.
// Field numbers are those of the public livekit_rtc and livekit_models protocols.

export const SessionDescription = {
    type: [1, "string"], sdp: [2, "string"], id: [3, "int"], midToTrackId: [4, "map"],
};
export const Trickle = { candidateInit: [1, "string"], target: [2, "int"], final: [3, "bool"] };
export const TrackInfo = {
    sid: [1, "string"], type: [2, "int"], name: [3, "string"], muted: [4, "bool"], source: [9, "int"], mid: [12, "string"],
};
export const Participant = {
    sid: [1, "string"], identity: [2, "string"], state: [3, "int"], tracks: [4, TrackInfo, "repeated"],
    name: [9, "string"], version: [10, "int"], kind: [14, "int"], attributes: [15, "map"],
};
const Server = { version: [2, "string"], protocol: [3, "int"] };
const ICEServer = { urls: [1, "string", "repeated"], username: [2, "string"], credential: [3, "string"] };
const Configuration = { forceRelay: [5, "int"] };
const RoomInfo = { sid: [1, "string"], name: [2, "string"] };

export const Join = {
    room: [1, RoomInfo], participant: [2, Participant], otherParticipants: [3, Participant, "repeated"],
    iceServers: [5, ICEServer, "repeated"], clientConfiguration: [8, Configuration],
    pingTimeout: [10, "int"], pingInterval: [11, "int"], serverInfo: [12, Server],
};
const Mute = { sid: [1, "string"], muted: [2, "bool"] };
const Leave = { canReconnect: [1, "bool"], reason: [2, "int"], action: [3, "int"] };
const AddTrack = { cid: [1, "string"], name: [2, "string"], type: [3, "int"], muted: [6, "bool"], source: [8, "int"] };
const Speaker = { sid: [1, "string"], level: [2, "float"], active: [3, "bool"] };
const Quality = { participantSid: [1, "string"], quality: [2, "int"], score: [3, "float"] };
const Ping = { timestamp: [1, "int"], rtt: [2, "int"] };
const Pong = { lastPingTimestamp: [1, "int"], timestamp: [2, "int"] };

/** Client to server; exactly one field is set. */
export const SignalRequest = {
    offer: [1, SessionDescription], trickle: [3, Trickle], addTrack: [4, AddTrack], mute: [5, Mute],
    leave: [8, Leave], pingReq: [16, Ping],
};

/** Server to client; exactly one field is set. */
export const SignalResponse = {
    join: [1, Join], answer: [2, SessionDescription], trickle: [4, Trickle],
    update: [5, { participants: [1, Participant, "repeated"] }],
    trackPublished: [6, { cid: [1, "string"], track: [2, TrackInfo] }],
    leave: [8, Leave], mute: [9, Mute],
    speakers: [10, { speakers: [1, Speaker, "repeated"] }],
    quality: [12, { updates: [1, Quality, "repeated"] }],
    refreshToken: [16, "string"],
    pongResp: [20, Pong],
    requestResponse: [22, { requestId: [1, "int"], reason: [2, "int"], message: [3, "string"] }],
    sections: [25, { numAudios: [1, "int"], numVideos: [2, "int"] }],
};

const ClientInfo = {
    sdk: [1, "int"], version: [2, "string"], protocol: [3, "int"], os: [4, "string"], browser: [7, "string"],
    clientProtocol: [12, "int"],
};
const ConnectionSettings = { autoSubscribe: [1, "bool"] };
export const JoinRequest = {
    clientInfo: [1, ClientInfo], connectionSettings: [2, ConnectionSettings], publisherOffer: [6, SessionDescription],
};
export const WrappedJoinRequest = { compression: [1, "int"], joinRequest: [2, "bytes"] };

const StreamHeader = {
    streamId: [1, "string"], timestamp: [2, "int"], topic: [3, "string"], mimeType: [4, "string"], attributes: [8, "map"],
};
const StreamChunk = { streamId: [1, "string"], chunkIndex: [2, "int"], content: [3, "bytes"] };
const StreamTrailer = { streamId: [1, "string"], reason: [2, "string"], attributes: [3, "map"] };
const UserPacket = { payload: [2, "bytes"], topic: [4, "string"] };

/** What travels on the data channels. */
export const DataPacket = {
    user: [2, UserPacket], participantIdentity: [4, "string"], participantSid: [17, "string"],
    streamHeader: [13, StreamHeader], streamChunk: [14, StreamChunk], streamTrailer: [15, StreamTrailer],
};

export const TrackType = { audio: 0 };
export const TrackSource = { microphone: 2 };
export const ParticipantKind = { agent: 4 };
export const ParticipantState = { disconnected: 3 };
export const LeaveAction = { disconnect: 0, resume: 1, reconnect: 2 };
export const SDK = { unknown: 0, js: 1 };

/** A sentence for each reason with which a server ends a call. */
export const leaveSentences = {
    1: "The call has ended.",
    2: "The call was taken over from another window.",
    3: "The voice server is shutting down.",
    4: "The call was ended by the other side.",
    5: "The call has ended: its room was closed.",
    6: "The voice server lost track of this call.",
    7: "The voice server could not let this caller in.",
    10: "The call has ended: its room was closed.",
    14: "The voice connection timed out.",
    15: "The voice connection failed.",
};
