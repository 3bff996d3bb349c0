namespace CityRenewal.Geo.Register;

/// <summary>The register of a city 更新项目库: areas and projects in the order in which they were registered, and the frozen baselines of the areas.</summary>
public sealed class RenewalRegister
{
    private readonly Dictionary<string, RegisterEntry> _entries;
    private readonly Dictionary<string, AreaBaseline> _baselines;

    /// <summary>A register of entries and baselines.</summary>
    /// <param name="entries">Entries in the order of their registration; ids are unique.</param>
    /// <param name="baselines">At most one for each area.</param>
    public RenewalRegister(IReadOnlyList<RegisterEntry> entries, IReadOnlyList<AreaBaseline> baselines)
    {
        Entries = entries;
        _entries = entries.ToDictionary(entry => entry.Id, StringComparer.Ordinal);
        _baselines = baselines.ToDictionary(baseline => baseline.Area, StringComparer.Ordinal);
    }

    /// <summary>A register without entries.</summary>
    public static RenewalRegister Empty { get; } = new([], []);

    /// <summary>All entries, in the order of their registration.</summary>
    public IReadOnlyList<RegisterEntry> Entries { get; }

    /// <summary>The areas.</summary>
    public IEnumerable<RegisterEntry> Areas => Entries.Where(entry => entry.Kind == RegisterKind.Area);

    /// <summary>The entry of an id; null where there is none.</summary>
    public RegisterEntry? Find(string id) => _entries.GetValueOrDefault(id);

    /// <summary>The projects of an area.</summary>
    public IEnumerable<RegisterEntry> ProjectsOf(string area) =>
        Entries.Where(entry => entry.Kind == RegisterKind.Project && entry.Area == area);

    /// <summary>What stood on an area at its baseline date; null where none was frozen.</summary>
    public AreaBaseline? BaselineOf(string area) => _baselines.GetValueOrDefault(area);

    /// <summary>The frozen buildings on an entry's parcels; all of its area's for an area.</summary>
    public IReadOnlyList<BaselineBuilding> BuildingsOf(RegisterEntry entry)
    {
        var frozen = BaselineOf(entry.Area)?.Buildings ?? [];
        if (entry.Kind == RegisterKind.Area)
        {
            return frozen;
        }

        var parcels = entry.Parcels.Select(parcel => parcel.Id).ToHashSet(StringComparer.Ordinal);
        return [.. frozen.Where(building => parcels.Contains(building.Parcel))];
    }
}
