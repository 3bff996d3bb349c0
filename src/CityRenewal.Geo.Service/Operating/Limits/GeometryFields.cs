using System.Collections;
using System.Collections.Concurrent;
using Google.Protobuf;
using Google.Protobuf.Reflection;

namespace CityRenewal.Geo.Service.Operating.Limits;

/// <summary>Finds the geometries of a message: its fields of bytes that are called `wkb` or end so.</summary>
internal static class GeometryFields
{
    private static readonly ConcurrentDictionary<MessageDescriptor, FieldDescriptor[]> Leading = new();

    /// <summary>The geometries of a message, with the paths of their fields where those are asked for: most messages are in order, and nobody reads them.</summary>
    public static IEnumerable<(string Field, ByteString Wkb)> Of(IMessage message, bool named, string path = "")
    {
        foreach (var field in Leading.GetOrAdd(message.Descriptor, type => LeadingOf(type)))
        {
            var (value, name) = (field.Accessor.GetValue(message), named ? path + field.Name : "");
            var values = field.IsRepeated ? ((IList)value).Cast<object>() : value is null ? [] : [value];
            var row = 0;
            foreach (var one in values)
            {
                var at = named && field.IsRepeated ? $"{name}[{row++}]" : name;
                if (one is ByteString wkb)
                {
                    yield return (at, wkb);
                    continue;
                }

                foreach (var found in Of((IMessage)one, named, named ? at + "." : ""))
                {
                    yield return found;
                }
            }
        }
    }

    // Fields that are geometries or lead to some; a message without any costs one look-up.
    private static FieldDescriptor[] LeadingOf(MessageDescriptor type, params MessageDescriptor[] above) =>
        [.. type.Fields.InDeclarationOrder().Where(field => !field.IsMap && (IsGeometry(field)
            || (field.FieldType == FieldType.Message && field.MessageType != type && !above.Contains(field.MessageType)
                && LeadingOf(field.MessageType, [.. above, type]).Length > 0)))];

    private static bool IsGeometry(FieldDescriptor field) =>
        field.FieldType == FieldType.Bytes && (field.Name == "wkb" || field.Name.EndsWith("_wkb", StringComparison.Ordinal));
}
