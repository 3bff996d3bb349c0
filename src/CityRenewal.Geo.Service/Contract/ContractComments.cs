using Google.Protobuf.Reflection;

namespace CityRenewal.Geo.Service.Contract;

/// <summary>What the contract says of its services, calls, messages, fields and values: the comments of its files.</summary>
internal sealed class ContractComments
{
    private readonly Dictionary<string, string> _said = new(StringComparer.Ordinal);

    private ContractComments(FileDescriptorSet files)
    {
        foreach (var file in files.File)
        {
            var names = NamesIn(file);
            foreach (var place in file.SourceCodeInfo?.Location ?? [])
            {
                if (place.LeadingComments.Length > 0 && names.TryGetValue(string.Join('.', place.Path), out var name))
                {
                    _said[name] = Plain(place.LeadingComments);
                }
            }
        }
    }

    /// <summary>The comments that were built in.</summary>
    public static ContractComments BuiltIn { get; } = Load();

    /// <summary>What is said of something, by its full name; empty where nothing is.</summary>
    public string Of(string fullName) => _said.GetValueOrDefault(fullName, "");

    private static ContractComments Load()
    {
        using var stream = typeof(ContractComments).Assembly.GetManifestResourceStream("CityRenewal.Geo.Service.contract.pb")!;
        return new ContractComments(FileDescriptorSet.Parser.ParseFrom(stream));
    }

    // Places of a file are paths of field numbers of its descriptor: 4 messages, 5 enumerations, 6 services.
    private static Dictionary<string, string> NamesIn(FileDescriptorProto file)
    {
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var i = 0; i < file.MessageType.Count; i++)
        {
            Add(names, file.MessageType[i], $"4.{i}", file.Package);
        }

        for (var i = 0; i < file.EnumType.Count; i++)
        {
            Add(names, file.EnumType[i], $"5.{i}", file.Package);
        }

        for (var i = 0; i < file.Service.Count; i++)
        {
            var service = $"{file.Package}.{file.Service[i].Name}";
            names[$"6.{i}"] = service;
            for (var method = 0; method < file.Service[i].Method.Count; method++)
            {
                names[$"6.{i}.2.{method}"] = $"{service}.{file.Service[i].Method[method].Name}";
            }
        }

        return names;
    }

    private static void Add(Dictionary<string, string> names, DescriptorProto message, string path, string scope)
    {
        var name = $"{scope}.{message.Name}";
        names[path] = name;
        for (var i = 0; i < message.Field.Count; i++)
        {
            names[$"{path}.2.{i}"] = $"{name}.{message.Field[i].Name}";
        }

        for (var i = 0; i < message.NestedType.Count; i++)
        {
            Add(names, message.NestedType[i], $"{path}.3.{i}", name);
        }

        for (var i = 0; i < message.EnumType.Count; i++)
        {
            Add(names, message.EnumType[i], $"{path}.4.{i}", name);
        }
    }

    private static void Add(Dictionary<string, string> names, EnumDescriptorProto values, string path, string scope)
    {
        names[path] = $"{scope}.{values.Name}";
        for (var i = 0; i < values.Value.Count; i++)
        {
            names[$"{path}.2.{i}"] = $"{scope}.{values.Name}.{values.Value[i].Name}";
        }
    }

    // Lines of a comment are cut for the reader of the file; a paragraph is one line.
    private static string Plain(string comment) => string.Join(
        "\n\n", comment.Trim().Split("\n\n").Select(paragraph => string.Join(' ', paragraph.Split('\n').Select(line => line.Trim()))));
}
