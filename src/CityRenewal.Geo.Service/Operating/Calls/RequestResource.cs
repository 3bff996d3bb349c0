using System.Collections.Concurrent;
using Google.Protobuf;
using Google.Protobuf.Reflection;

namespace CityRenewal.Geo.Service.Operating.Calls;

/// <summary>What a request is about, for records: the name that the contract puts into the address of the call.</summary>
internal static class RequestResource
{
    private const int Longest = 300;
    private static readonly string[] Names = ["name", "parent", "city"];
    private static readonly ConcurrentDictionary<MessageDescriptor, FieldDescriptor[]> Paths = new();

    /// <summary>The name of a request's resource; empty where it names none, or writes what is no name.</summary>
    public static string Of(IMessage request)
    {
        object? value = request;
        foreach (var field in Paths.GetOrAdd(request.Descriptor, PathOf))
        {
            value = value is IMessage message ? field.Accessor.GetValue(message) : null;
        }

        return value is string { Length: <= Longest } name && !name.Any(char.IsControl) ? name : "";
    }

    // At the top, or in the one message that a change carries: `plan.name`, `header.city`.
    private static FieldDescriptor[] PathOf(MessageDescriptor type)
    {
        if (NameIn(type) is { } name)
        {
            return [name];
        }

        var inner = type.Fields.InDeclarationOrder().FirstOrDefault(field =>
            field is { FieldType: FieldType.Message, IsRepeated: false } && NameIn(field.MessageType) is not null);
        return inner is null ? [] : [inner, NameIn(inner.MessageType)!];
    }

    private static FieldDescriptor? NameIn(MessageDescriptor type) =>
        Names.Select(type.FindFieldByName).FirstOrDefault(field => field is { FieldType: FieldType.String, IsRepeated: false });
}
