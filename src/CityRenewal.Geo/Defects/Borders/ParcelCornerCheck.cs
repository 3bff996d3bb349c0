using CityRenewal.Geo.Land;
using CityRenewal.Geo.Shapes;

namespace CityRenewal.Geo.Defects;

/// <summary>
/// Parcels that were moved, drawn too small, or have vertices that no neighbour has. What a tenth of a city has is a habit
/// of its surveyors and told once for the layer.
/// </summary>
internal static class ParcelCornerCheck
{
    /// <summary>Findings on all surface parcels but the spoilt ones, and what is told of the layer.</summary>
    public static (List<CityFinding> Findings, List<Defect> OfLayer) Of(
        City city, (FeatureBoxes Boxes, bool[]? Spoilt) parcels, int threads, CancellationToken cancel)
    {
        var shapes = city.Parcels.Shapes;
        var parallel = new ParallelOptions { CancellationToken = cancel, MaxDegreeOfParallelism = threads > 0 ? threads : -1 };
        bool Takes(int row) => city.Parcels.Position[row] == RightsPosition.Surface && parcels.Spoilt?[row] != true;
        var isShared = VertexOwners.SharedOf(shapes, Takes, parallel);
        var near = new NearbyRows(parcels.Boxes, Takes);
        var found = new List<BorderFault>[FixedChunks.CountOf(shapes.Count)];
        FixedChunks.Run(
            shapes.Count,
            threads,
            () => new CornerSearch(city, isShared, near),
            (search, chunk, start, end) =>
            {
                var faults = found[chunk] = [];
                for (var row = start; row < end; row++)
                {
                    if (Takes(row))
                    {
                        search.Look(row, faults);
                    }
                }
            },
            cancel);
        var all = found.SelectMany(faults => faults).ToList();
        var ofLayer = new List<Defect>();
        AddNoise(city, all, ofLayer);
        return (ToFindings(city, all), ofLayer);
    }

    private static List<CityFinding> ToFindings(City city, List<BorderFault> faults)
    {
        var shapes = city.Parcels.Shapes;
        var unnoded = faults.Where(fault => fault.Kind == BorderFaultKind.Unnoded).GroupBy(fault => fault.Row)
            .Select(group => (Fault: group.First(), Count: group.Count()));
        return
        [
            .. faults.Where(fault => fault.Kind is BorderFaultKind.Gap or BorderFaultKind.Offset).Select(fault => new CityFinding(
                fault.Kind == BorderFaultKind.Gap ? BorderDefects.Gap : BorderDefects.OffsetMm,
                LayerNames.Parcels,
                fault.Row,
                fault.Kind == BorderFaultKind.Gap
                    ? FormattableString.Invariant($"up to {fault.Metres:0.00} m wide, on all its sides")
                    : FormattableString.Invariant($"by {fault.Metres * 1000:0.#} mm"))
            {
                At = (shapes.X[fault.Vertex], shapes.Y[fault.Vertex]),
            }),
            .. unnoded.Select(found => new CityFinding(
                BorderDefects.UnnodedVertex, LayerNames.Parcels, found.Fault.Row, $"{found.Count} such")
            {
                At = (shapes.X[found.Fault.Vertex], shapes.Y[found.Fault.Vertex]),
            }),
        ];
    }

    private static void AddNoise(City city, List<BorderFault> faults, List<Defect> ofLayer)
    {
        var noise = faults.Where(fault => fault.Kind == BorderFaultKind.Noise).Select(fault => fault.Metres).Order().ToArray();
        if (noise.Length > 0)
        {
            ofLayer.Add(BorderDefects.DigitisingNoise.At(FeaturePlace.WholeLayer(LayerNames.Parcels), FormattableString.Invariant(
                $"at {noise.Length:N0} of {city.Parcels.Count:N0} parcels, median {noise[noise.Length / 2]:0.000} m, largest {noise[^1]:0.000} m")));
        }
    }
}
