"""Calls the service from Python with Debian's grpcio and nothing generated: the service describes itself by reflection.

    service = Service("127.0.0.1:5081")
    packs = service.call("RulePacks/ListRulePacks", "ListRulePacksRequest")
    for event in service.stream("Plans/WatchProposal", "WatchProposalRequest", city="cities/city"): ...
"""
import grpc
from google.protobuf import descriptor_pb2, descriptor_pool, message_factory

PACKAGE = "cityrenewal.geo.v1"
SERVICES = ("Outlines", "Plans", "Reviews", "RulePacks")
LARGEST_MESSAGE = 256 << 20
_REFLECTION = "/grpc.reflection.v1alpha.ServerReflection/ServerReflectionInfo"


class Service:
    """A running service: messages by name, and calls by method."""

    def __init__(self, address):
        self.channel = grpc.insecure_channel(address, options=[("grpc.max_receive_message_length", LARGEST_MESSAGE)])
        grpc.channel_ready_future(self.channel).result(timeout=30)
        self._pool = descriptor_pool.DescriptorPool()
        self._factory = message_factory.MessageFactory(self._pool)
        self._known = set()
        self._methods = {}
        for service in SERVICES:
            for file in self._describe(f"{PACKAGE}.{service}"):
                self._learn(file)
            described = self._pool.FindServiceByName(f"{PACKAGE}.{service}")
            self._methods.update({f"{service}/{name}": method for name, method in described.methods_by_name.items()})

    def message(self, name, /, **fields):
        """A new message of the contract."""
        return self._factory.GetPrototype(self._pool.FindMessageTypeByName(f"{PACKAGE}.{name}"))(**fields)

    def call(self, method, request, /, timeout=600, **fields):
        """One answer. The request is a message, or the name of one whose fields follow."""
        return self._open(self.channel.unary_unary, method)(self._request(request, fields), timeout=timeout)

    def stream(self, method, request, /, timeout=600, **fields):
        """Answers as they come."""
        return self._open(self.channel.unary_stream, method)(self._request(request, fields), timeout=timeout)

    def word(self, message, field):
        """The name of an enum's value, as in the contract."""
        return message.DESCRIPTOR.fields_by_name[field].enum_type.values_by_number[getattr(message, field)].name

    def _request(self, request, fields):
        return self.message(request, **fields) if isinstance(request, str) else request

    def _open(self, kind, method):
        answer = self._factory.GetPrototype(self._methods[method].output_type)
        return kind(f"/{PACKAGE}.{method}", request_serializer=lambda m: m.SerializeToString(), response_deserializer=answer.FromString)

    def _learn(self, raw):
        file = descriptor_pb2.FileDescriptorProto.FromString(raw)
        if file.name not in self._known:
            self._known.add(file.name)
            self._pool.Add(file)

    def _describe(self, symbol):
        """The files that describe a symbol, those first that others need."""
        call = self.channel.stream_stream(_REFLECTION, request_serializer=bytes, response_deserializer=bytes)
        text = symbol.encode()
        request = bytes([0x22, len(text)]) + text  # file_containing_symbol = 4
        files = [raw for answer in call(iter([request]), timeout=30) for raw in _fields(_fields_one(answer, 4), 1)]
        parsed = {descriptor_pb2.FileDescriptorProto.FromString(raw).name: raw for raw in files}
        ordered = []

        def visit(name):
            if name in parsed:
                raw = parsed.pop(name)
                for dependency in descriptor_pb2.FileDescriptorProto.FromString(raw).dependency:
                    visit(dependency)
                ordered.append(raw)

        for name in list(parsed):
            visit(name)
        return ordered


def _varint(data, at):
    value = shift = 0
    while True:
        byte, at = data[at], at + 1
        value |= (byte & 0x7F) << shift
        if byte < 0x80:
            return value, at
        shift += 7


def _fields(data, number):
    """All length-delimited fields of a number in an encoded message."""
    at = 0
    while at < len(data):
        key, at = _varint(data, at)
        size, at = _varint(data, at)
        if key & 7 == 2:
            if key >> 3 == number:
                yield data[at:at + size]
            at += size


def _fields_one(data, number):
    return next(_fields(data, number), b"")
