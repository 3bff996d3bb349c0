using CityRenewal.Geo.Fabric;
using CityRenewal.Geo.Land;
using CityRenewal.Geo.Metrics;

namespace CityRenewal.Geo.Compliance;

/// <summary>
/// Border of an area's parcels along streets at least so wide, metres. The width of a street is that of the open land between
/// the parcels that face each other; one within the tolerance of the width may count or not.
/// </summary>
/// <param name="Width">The parameter with the least width of a street that counts, metres.</param>
/// <param name="Limit">The parameter that limits the frontage.</param>
/// <param name="Sense">On which side the rule is kept.</param>
/// <param name="Tolerance">The parameter with the tolerance of the parcels' borders, metres; empty where widths are taken as exact.</param>
public sealed record FrontageTest(string Width, string Limit, LimitSense Sense, string Tolerance) : RuleTest
{
    /// <inheritdoc/>
    public override IEnumerable<string> Needs => [LayerNames.Water];

    /// <inheritdoc/>
    public override IEnumerable<string> Parameters => Tolerance.Length > 0 ? [Width, Limit, Tolerance] : [Width, Limit];

    /// <inheritdoc/>
    public override RuleUnit? LimitUnit => RuleUnit.Metre;

    /// <inheritdoc/>
    internal override Judgement Judge(RuleBook book, AreaUnderReview area)
    {
        var limit = book.Ground.ValueOf(Limit);
        if (area.Around is not { } around || book.Ground.ValueOf(Width) is not { } width)
        {
            return Compared(Measured.Unknown(area.Around is null ? Surroundings.NotComputed : NoLimit(Width)), limit, Sense, RuleUnit.Metre);
        }

        var error = Tolerance.Length > 0 ? book.Ground.ValueOf(Tolerance) ?? 0 : 0;
        double low = 0, value = 0, high = 0;
        List<int> fronting = [];
        foreach (var parcel in area.Stock.Land.Parcels)
        {
            var front = Along(around.Fabric, parcel, width);
            value += front;
            low += error > 0 ? Along(around.Fabric, parcel, width + error) : front;
            high += error > 0 ? Along(around.Fabric, parcel, width - error) : front;
            if (front > 0)
            {
                fronting.Add(parcel);
            }
        }

        fronting.Sort();
        return Compared(Measured.Between(low, value, high), limit, Sense, RuleUnit.Metre) with
        {
            Evidence = new Evidence
            {
                Numerator = value,
                Parcels = fronting,
                Tolerance = error,
                PartsOf = () => [.. fronting.Select(parcel => new EvidencePart(IsBuilding: false, parcel, Along(around.Fabric, parcel, width), 0))],
            },
        };
    }

    private static double Along(LandFabric fabric, int parcel, double width)
    {
        double along = 0;
        foreach (var face in fabric.ParcelFaces[fabric.ParcelFaceStart[parcel]..fabric.ParcelFaceStart[parcel + 1]])
        {
            for (var ring = fabric.FaceRingStart[face]; fabric.FaceParcel[face] == parcel && ring < fabric.FaceRingStart[face + 1]; ring++)
            {
                var first = fabric.FaceRings[ring];
                var edge = first;
                do
                {
                    var beyond = fabric.Face[edge ^ 1];
                    if (fabric.FaceKinds[beyond] == FaceKind.Street && fabric.StripWidthM[beyond] >= width - 1e-3)
                    {
                        along += fabric.LengthOf(edge);
                    }

                    edge = fabric.Next[edge];
                }
                while (edge != first);
            }
        }

        return fabric.Plane.Metres(along);
    }
}
