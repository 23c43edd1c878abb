using Foresight.Cli;

return await CommandLine.RunAsync(args, Terminal.OfThisProcess(), CancellationToken.None);
