# R's forecast: seconds and mean absolute scaled errors of thetaf and ets on the series of a file.
# Usage: forecast_yardstick.R FILE METHOD; a line is period, horizon, past, future, parted by ";" and within by ",".
suppressMessages(library(forecast))
args <- commandArgs(trailingOnly = TRUE)
lines <- strsplit(readLines(args[1]), ";")
series <- lapply(lines, function(l) list(m = as.integer(l[1]), h = as.integer(l[2]), x = as.numeric(strsplit(l[3], ",")[[1]]), xx = as.numeric(strsplit(l[4], ",")[[1]])))
method <- if (args[2] == "thetaf") function(y, h) thetaf(y, h)$mean else function(y, h) forecast(ets(y), h)$mean
began <- proc.time()[["elapsed"]]
errors <- sapply(series, function(s) {
  points <- method(ts(s$x, frequency = s$m), s$h)
  mean(abs(points - s$xx)) / mean(abs(diff(s$x, lag = s$m)))
})
seconds <- proc.time()[["elapsed"]] - began
cat(sprintf("%.4f %.4f", seconds, mean(errors[is.finite(errors)])))
