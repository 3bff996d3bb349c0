using CityRenewal.Geo.Land;
using CityRenewal.Geo.Samples.Ground;
using CityRenewal.Geo.Shapes;

namespace CityRenewal.Geo.Samples.Dirty;

/// <summary>
/// A sample city with defects planted in about four of a hundred features, and the ledger that names each of them and
/// nothing else. What carries no defect is sound: complete registers, exact drawing.
/// </summary>
/// <param name="Layers">The layers, in tables and fields of another program than ours.</param>
/// <param name="Ledger">Every planted defect, by layer and kind.</param>
public sealed record DirtyCity(IReadOnlyList<DirtyLayer> Layers, IReadOnlyList<PlantedDefect> Ledger)
{
    /// <summary>Fewest parcels that leave room for one defect of every kind.</summary>
    public const int FewestParcels = 500;

    // Units that share an outline with the unit above them are right, and a check may say so: they stay out.
    private static readonly string[] LeftOut = [LayerNames.AdministrativeUnits];

    /// <summary>The dirty city of the options: the same options plant the same, another seed elsewhere.</summary>
    public static DirtyCity Of(SampleOptions options, IProgress<WorkProgress>? progress = null, CancellationToken cancel = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Parcels, FewestParcels);
        var sound = SampleCity.Of(options with { IsSound = true }, progress, cancel).Where(layer => !LeftOut.Contains(layer.Name));
        progress?.Report(new WorkProgress("Planting defects", 0));
        var drafts = sound.Select(DraftLayer.From).ToList();
        var ledger = new List<PlantedDefect>();
        var ground = new PlantingGround();
        var town = new SoundTown(drafts);
        PlantAll(LayerNames.Parcels, [.. ParcelOutlines.Kinds, .. ParcelAttributes.Kinds]);
        PlantAll(LayerNames.Buildings, BuildingDefects.Kinds);
        ZoneDefects.Plant(drafts, options.Seed, ledger);
        return new DirtyCity([.. drafts.Select(draft => draft.ToLayer())], ledger);

        void PlantAll(string layer, IReadOnlyList<Planting> kinds)
        {
            var draft = drafts.Single(candidate => candidate.Name == layer);
            var size = (options.Parcels, Rows: draft.Features.Count);
            for (var kind = 0; kind < kinds.Count; kind++)
            {
                cancel.ThrowIfCancellationRequested();
                var dice = Dice.For(options.Seed, Topic.Planting, layer == LayerNames.Parcels ? 0 : 1, kind);
                new Planter(town, draft, ground).Plant(kinds[kind], size, dice, ledger);
            }
        }
    }
}
