namespace CityRenewal.Geo.Service.Runs;

/// <summary>The service has as much work waiting as it takes on.</summary>
internal sealed class TooManyRunsException(int waiting)
    : Exception($"{waiting} operations are waiting already; nothing was begun. Ask again in a while, or cancel one.");
