using CityRenewal.Geo.Fabric;

namespace CityRenewal.Geo.Delineation;

/// <summary>
/// Tells streets between parcels from tips of open land that lie beside them: a face is held where at least half of its
/// border is with parcels or with other held faces. A tip that runs out into a river or a field lengthens the outline of an
/// area and belongs to nobody in it.
/// </summary>
internal static class HeldStreets
{
    private const double LeastShare = 0.5;

    /// <summary>The faces among the given ones that are held, in their order. No order of looking changes the answer.</summary>
    public static List<int> Of(LandFabric fabric, List<int> faces)
    {
        var isHeld = new bool[fabric.FaceCount];
        faces.ForEach(face => isHeld[face] = true);
        Drop(fabric, isHeld, new Stack<int>(faces));
        return faces.FindAll(face => isHeld[face]);
    }

    /// <summary>The same after some faces became others: who may have lost what held it is asked again, and who may be held now with what came.</summary>
    /// <param name="fabric">The fabric afterwards.</param>
    /// <param name="held">Which faces were held before; those after.</param>
    /// <param name="isAmong">Which faces are given now.</param>
    /// <param name="changed">The faces that are others, or among those given and were not, or the other way round.</param>
    /// <returns>The faces that were asked again; all others are held or not as before.</returns>
    public static IReadOnlyCollection<int> Renew(LandFabric fabric, bool[] held, bool[] isAmong, IReadOnlyList<int> changed)
    {
        foreach (var face in changed)
        {
            held[face] = isAmong[face];
        }

        // What was not held can be held now only where a chain of such faces leads to a change.
        var reached = new HashSet<int>(changed);
        var asked = new Stack<int>(changed);
        var next = new Stack<int>(changed);
        var beside = new Stack<int>();
        while (next.TryPop(out var face))
        {
            AskNeighbours(fabric, face, beside);
            while (beside.TryPop(out var other))
            {
                if (!reached.Add(other))
                {
                    continue;
                }

                asked.Push(other);
                if (isAmong[other] && !held[other])
                {
                    held[other] = true;
                    next.Push(other);
                }
            }
        }

        Drop(fabric, held, asked, fallen => reached.Add(fallen));
        return reached;
    }

    // Only the neighbours of a face that falls can fall after it.
    private static void Drop(LandFabric fabric, bool[] isHeld, Stack<int> asked, Action<int>? tell = null)
    {
        while (asked.TryPop(out var face))
        {
            if (isHeld[face] && !IsHeld(fabric, face, isHeld))
            {
                isHeld[face] = false;
                tell?.Invoke(face);
                AskNeighbours(fabric, face, asked);
            }
        }
    }

    private static void AskNeighbours(LandFabric fabric, int face, Stack<int> asked)
    {
        foreach (var ring in fabric.FaceRings[fabric.FaceRingStart[face]..fabric.FaceRingStart[face + 1]])
        {
            var h = ring;
            do
            {
                asked.Push(fabric.Face[h ^ 1]);
                h = fabric.Next[h];
            }
            while (h != ring);
        }
    }

    private static bool IsHeld(LandFabric fabric, int face, bool[] isHeld)
    {
        double whole = 0, held = 0;
        foreach (var ring in fabric.FaceRings[fabric.FaceRingStart[face]..fabric.FaceRingStart[face + 1]])
        {
            var h = ring;
            do
            {
                var length = fabric.LengthOf(h);
                var other = fabric.Face[h ^ 1];
                whole += length;
                held += fabric.FaceParcel[other] >= 0 || isHeld[other] ? length : 0;
                h = fabric.Next[h];
            }
            while (h != ring);
        }

        return held >= LeastShare * whole;
    }
}
