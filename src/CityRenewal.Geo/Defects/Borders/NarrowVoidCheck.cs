using CityRenewal.Geo.Fabric;
using CityRenewal.Geo.Land;

namespace CityRenewal.Geo.Defects;

/// <summary>Enclosed land between parcels that is too narrow for a courtyard: named at the parcel of the smallest row beside it.</summary>
internal static class NarrowVoidCheck
{
    private const double NarrowerThan = 1;

    /// <summary>Findings on voids; land beside a parcel that was named for its gaps gives that finding its outline.</summary>
    public static List<CityFinding> Of(City city, LandFabric fabric, List<CityFinding> gaps, bool[]? spoilt)
    {
        var named = gaps.Where(finding => finding.Kind == BorderDefects.Gap).ToDictionary(finding => finding.Row);
        var isSeen = new HashSet<int>();
        var found = new List<CityFinding>();
        for (var face = 1; face < fabric.FaceCount; face++)
        {
            if (fabric.FaceKinds[face] != FaceKind.Void || !isSeen.Add(face))
            {
                continue;
            }

            var land = new VoidLand(fabric, face, isSeen);
            var width = city.Plane.Metres(2 * (land.TwiceArea / 2.0) / land.Border);
            if (width > NarrowerThan || land.Sides.Count == 0 || (spoilt is not null && land.Sides.Any(side => spoilt[side])))
            {
                continue;
            }

            var row = land.Sides.FirstOrDefault(named.ContainsKey, land.Sides.Min);
            var outline = OutlineWalk.Of(fabric.Columns.Graph, land.Faces);
            found.Add(new CityFinding(BorderDefects.Gap, LayerNames.Parcels, row, FormattableString.Invariant(
                $"{city.Plane.SquareMetresOfTwice(land.TwiceArea):0.##} m² enclosed, about {width:0.00} m wide"))
            {
                At = (outline.X[0], outline.Y[0]),
                Outline = outline,
            });
        }

        return found;
    }

    private sealed class VoidLand
    {
        public VoidLand(LandFabric fabric, int face, HashSet<int> isSeen)
        {
            var open = new Stack<int>([face]);
            while (open.TryPop(out var next))
            {
                Faces.Add(next);
                TwiceArea += fabric.TwiceArea[next];
                foreach (var start in fabric.FaceRings[fabric.FaceRingStart[next]..fabric.FaceRingStart[next + 1]])
                {
                    var h = start;
                    do
                    {
                        Cross(fabric, h, isSeen, open);
                        h = fabric.Next[h];
                    }
                    while (h != start);
                }
            }

            Faces.Sort();
        }

        public List<int> Faces { get; } = [];

        public SortedSet<int> Sides { get; } = [];

        public long TwiceArea { get; private set; }

        public double Border { get; private set; }

        private void Cross(LandFabric fabric, int h, HashSet<int> isSeen, Stack<int> open)
        {
            var beyond = fabric.Face[h ^ 1];
            if (fabric.FaceKinds[beyond] != FaceKind.Void)
            {
                Border += fabric.LengthOf(h);
                if (fabric.FaceParcel[beyond] >= 0)
                {
                    Sides.Add(fabric.FaceParcel[beyond]);
                }
            }
            else if (isSeen.Add(beyond))
            {
                open.Push(beyond);
            }
        }
    }
}
