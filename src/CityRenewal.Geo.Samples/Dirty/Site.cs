using CityRenewal.Geo.Samples.Ground;

namespace CityRenewal.Geo.Samples.Dirty;

/// <summary>A sound feature that may be given a defect.</summary>
internal sealed class Site(SoundTown town, DraftLayer layer, int row)
{
    /// <summary>What stands around it.</summary>
    public SoundTown Town { get; } = town;

    /// <summary>Its layer.</summary>
    public DraftLayer Layer { get; } = layer;

    /// <summary>The row that carries the defect: the site's own, unless a feature was added for it.</summary>
    public int Row { get; set; } = row;

    /// <summary>The sound feature that the site began with.</summary>
    public DraftFeature Feature { get; } = layer.Features[row];

    /// <summary>The sound outline, without its closing vertex.</summary>
    public List<Spot> Outline { get; } = layer.Features[row].Open;

    /// <summary>Box around the sound outline, widened where a defect reaches farther.</summary>
    public SpotBox Box { get; set; } = SpotBox.Of(layer.Features[row].Open);
}
