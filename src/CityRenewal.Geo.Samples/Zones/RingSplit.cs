namespace CityRenewal.Geo.Samples.Zones;

/// <summary>Splits a closed walk that comes to one place more than once into rings that touch there.</summary>
internal static class RingSplit
{
    /// <summary>The rings, none of which comes to a place twice.</summary>
    /// <param name="walk">The steps of the walk; the last leads back to the first.</param>
    /// <param name="placeOf">The place where a step starts.</param>
    public static List<List<T>> AtRepeats<T, TPlace>(IReadOnlyList<T> walk, Func<T, TPlace> placeOf)
        where TPlace : notnull
    {
        var rings = new List<List<T>>();
        var met = new Dictionary<TPlace, int>();
        var open = new List<T>();
        foreach (var step in walk)
        {
            if (met.TryGetValue(placeOf(step), out var at))
            {
                var ring = open.GetRange(at, open.Count - at);
                open.RemoveRange(at, open.Count - at);
                ring.ForEach(closed => met.Remove(placeOf(closed)));
                rings.Add(ring);
            }

            met[placeOf(step)] = open.Count;
            open.Add(step);
        }

        rings.Add(open);
        return rings;
    }
}
