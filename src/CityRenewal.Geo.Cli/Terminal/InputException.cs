namespace CityRenewal.Geo.Cli.Terminal;

/// <summary>The command was given something that it cannot work with: what, where, what to do.</summary>
internal sealed class InputException(string message) : Exception(message);
