using CityRenewal.Geo.Land;

namespace CityRenewal.Geo.Stores.Formats;

/// <summary>Keeps fields that name people out of a layer, unless they were asked for.</summary>
internal sealed class PersonalGuard(DeliveredLayer delivered, LayerMapping mapping, ImportProblems problems, bool keepsThem)
{
    private readonly IReadOnlyList<PersonalField> _fields = PersonalFields.In(delivered);

    /// <summary>What was dropped or kept, and why.</summary>
    public IEnumerable<string> Notes => _fields.Select(found => keepsThem
        ? $"{found.Name} holds personal data ({found.Reason}) and is kept because you asked for it"
        : $"{found.Name} was dropped: personal data, {found.Reason}; --keep-personal-data keeps it");

    /// <summary>The fields that are kept as they are, beside the columns of the city.</summary>
    public IEnumerable<SourceColumn> Kept => keepsThem ? _fields.Select(found => delivered.Field(found.Name)!) : [];

    /// <summary>Whether a field must not be taken.</summary>
    public bool Forbids(string name) =>
        !keepsThem && delivered.Field(name) is { } field && _fields.Any(personal => personal.Name == field.Name);

    /// <summary>Whether a rule may be followed. A preset passes over what it must not take; a mapping that names it is told.</summary>
    public bool Allows(FieldRule rule)
    {
        var names = rule.FieldInConstant is { } inConstant ? [inConstant] : rule.Sources;
        if (names.FirstOrDefault(Forbids) is not { } forbidden)
        {
            return true;
        }

        if (!mapping.IsPreset)
        {
            Refuse(forbidden, rule.Column.Name, rule.Line);
        }

        return false;
    }

    /// <summary>Notes that a mapping asks for what it must not have.</summary>
    public void Refuse(string field, string column, int line) => problems.Add(
        $"{delivered.File}, mapping line {line}",
        $"{column} would be filled from '{field}', which holds personal data.",
        "Take another field, or import with --keep-personal-data if you may keep it.");
}
