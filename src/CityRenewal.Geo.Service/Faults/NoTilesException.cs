namespace CityRenewal.Geo.Service.Faults;

/// <summary>A city that has no place on the earth, and so no tiles.</summary>
internal sealed class NoTilesException(Exception why) : Exception(why.Message, why);
