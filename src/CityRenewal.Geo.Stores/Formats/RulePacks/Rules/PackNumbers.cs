using CityRenewal.Geo.Compliance;

namespace CityRenewal.Geo.Stores.Formats;

/// <summary>The numbers of a pack: its parameters as the user set them, and numbers that are written into rules.</summary>
internal sealed class PackNumbers
{
    private static readonly PackKeys Keys = new(["value", "unit", "title", "title_zh"], ["assumed", "source"]);

    private readonly OrderedDictionary<string, PackParameter> _parameters = [];
    private readonly Dictionary<string, PackNode> _places = [];
    private readonly HashSet<string> _set = [];

    /// <summary>All of them by name, in the order of the packs.</summary>
    public IReadOnlyDictionary<string, PackParameter> All => _parameters;

    /// <summary>Reads the parameters of all packs; one of the same name replaces the older.</summary>
    public static PackNumbers Read(PackFamily family, PackSources sources)
    {
        var numbers = new PackNumbers();
        foreach (var (name, node) in family.Packs.SelectMany(pack => pack.Fields["parameters"]?.AnyFields() ?? []))
        {
            if (!PackName.IsParameter(name))
            {
                node.Trouble(PackShapeTroubles.BadName(name, "maximum_demolition_ratio"));
            }

            numbers.Read(name, node, sources);
        }

        return numbers;
    }

    /// <summary>Puts the numbers that the user set in place of the pack's; what cannot be set is noted.</summary>
    public void Set(IReadOnlyDictionary<string, double> settings, PackNotes notes)
    {
        string[] names = [.. _parameters.Keys];
        foreach (var (name, value) in settings.OrderBy(setting => setting.Key, StringComparer.Ordinal))
        {
            if (!_parameters.TryGetValue(name, out var parameter))
            {
                notes.AddToSettings(name, PackSenseTroubles.NoSetting(name, names));
            }
            else if (!double.IsFinite(value) || value < 0)
            {
                notes.AddToSettings(name, PackSenseTroubles.OutOf(value, double.PositiveInfinity));
            }
            else
            {
                _set.Add(name);
                _parameters[name] = parameter with
                {
                    Value = value, IsAssumed = true,
                    Title = $"{parameter.Title}, set by the user", TitleChinese = $"{parameter.TitleChinese}（用户设定）",
                };
            }
        }
    }

    /// <summary>Keeps a number that is written into a rule, under a name that nobody can set.</summary>
    public void Write(string name, RuleUnit unit, double value, Citation citation) => _parameters[name] = new PackParameter(
        name, $"Number written into the rule {name}", $"规则 {name} 中写明的数值", unit, value, IsAssumed: false, citation.Source);

    /// <summary>Notes that the value of a parameter cannot be meant, where that value was given.</summary>
    public void Trouble(string name, PackTrouble trouble)
    {
        var place = _places[name];
        if (_set.Contains(name))
        {
            place.TroubleInSettings(name, trouble);
        }
        else
        {
            place.Trouble(trouble);
        }
    }

    private void Read(string name, PackNode node, PackSources sources)
    {
        var fields = node.Fields(Keys);
        var unit = fields["unit"]?.Word(PackWords.Units);
        var value = fields["value"] is { IsNull: false } given ? given.Number() : null;
        var isAssumed = fields["assumed"]?.Truth() ?? false;
        var source = fields["source"] is { } cited ? sources.Known(cited) : "";
        if (value < 0)
        {
            // Told once here, and not again by every rule that uses it.
            fields["value"]!.Trouble(PackSenseTroubles.OutOf(value.Value, double.PositiveInfinity));
            value = 0;
        }

        if (value is not null && fields["source"] is null && !isAssumed)
        {
            node.Trouble(PackSenseTroubles.NoSourceOfValue);
        }

        _places[name] = fields["value"] ?? node;
        _parameters[name] = new PackParameter(name, fields.Text("title"), fields.Text("title_zh"), unit ?? RuleUnit.Ratio, value, isAssumed, source);
    }
}
